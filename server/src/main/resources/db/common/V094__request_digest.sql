-- SHA-256 of what was asked, without passwords: a repeat must ask the same. Null for requests of before.
alter table request add column digest varchar(64);
