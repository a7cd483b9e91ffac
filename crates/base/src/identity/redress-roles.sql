-- Folders from before: people may be given the two roles that answer whoever asks for their rights, with a passkey and nothing less.
INSERT OR IGNORE INTO role (code, name_en, name_es, name_fr, kinds, factor)
    SELECT 'redress_officer', 'Redress officer', 'Oficial de derechos de las personas', 'Agent chargé des recours', 'member', 'passkey'
    FROM process
    UNION ALL
    SELECT 'redress_panel', 'Member of the redress panel', 'Integrante del panel de recursos', 'Membre du comité de recours', 'member',
           'passkey' FROM process;
INSERT OR IGNORE INTO role_purpose (role, purpose)
    SELECT 'redress_officer', 'redress' FROM process UNION ALL SELECT 'redress_panel', 'redress' FROM process;
