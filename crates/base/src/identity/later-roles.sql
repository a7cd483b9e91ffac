-- Folders from before: people may be given the two roles that came later, with a passkey and nothing less.
INSERT OR IGNORE INTO role (code, name_en, name_es, name_fr, kinds, factor)
    SELECT 'alert_officer', 'Alert officer', 'Oficial de alertas', 'Agent des signalements', 'member', 'passkey' FROM process
    UNION ALL
    SELECT 'child_protection', 'Child protection officer', 'Oficial de protección de la niñez',
           'Agent de protection de l’enfance', 'member', 'passkey' FROM process;
INSERT OR IGNORE INTO role_purpose (role, purpose)
    SELECT 'alert_officer', 'alert_issuance' FROM process UNION ALL SELECT 'child_protection', 'child_protection' FROM process;
