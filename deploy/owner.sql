-- The owner migrates, and makes the restricted login that the API runs as.
GRANT CREATE USER ON *.* TO 'yijian'@'%';
GRANT ALL PRIVILEGES ON yijian.* TO 'yijian'@'%' WITH GRANT OPTION;
FLUSH PRIVILEGES;
