-- One server at a time gives up what ran out.
insert into lease (name) values ('holds');
