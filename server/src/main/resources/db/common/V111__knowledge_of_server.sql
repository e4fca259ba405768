-- With which knowledge each server that runs checks prescriptions: of one clinic it must be the same.
create table knowledge_of_server (
  -- machine and folder
  server varchar(300) primary key,
  version varchar(100) not null,
  seen_at timestamp(6) with time zone not null
);
