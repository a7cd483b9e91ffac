-- What a process has agreed on as a number, under a name that the house which keeps to it gives; and the clock of each capital.
CREATE TABLE process_rule (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL -- its unit stands at the end of the name
) STRICT;

ALTER TABLE party ADD COLUMN zone TEXT NOT NULL DEFAULT ''; -- IANA zone of the capital; empty where the seat's clock stands for it

UPDATE party SET zone = CASE code
    WHEN 'BLZ' THEN 'America/Belize' WHEN 'CAN' THEN 'America/Toronto' WHEN 'CRI' THEN 'America/Costa_Rica'
    WHEN 'DOM' THEN 'America/Santo_Domingo' WHEN 'SLV' THEN 'America/El_Salvador' WHEN 'GTM' THEN 'America/Guatemala'
    WHEN 'HND' THEN 'America/Tegucigalpa' WHEN 'MEX' THEN 'America/Mexico_City' WHEN 'NIC' THEN 'America/Managua'
    WHEN 'PAN' THEN 'America/Panama' WHEN 'USA' THEN 'America/New_York' WHEN 'COL' THEN 'America/Bogota'
    WHEN 'ECU' THEN 'America/Guayaquil' ELSE '' END;
