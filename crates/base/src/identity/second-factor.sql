-- Nobody gets in on a password alone any more, whatever their role.
UPDATE role SET factor = 'code' WHERE factor = 'password';
DELETE FROM session WHERE factor = 'password';
DELETE FROM token WHERE factor = 'password';
