-- What one pack of the product held when it was ordered: "200 puff"; empty where it is counted out.
alter table prescription_line add column pack varchar(30) default '' not null;
