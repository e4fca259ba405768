-- Tickets by service: the letter of a service, given when the first person arrives for it, and kept.
-- Written in a transaction of its own, so it refers to no row that may not be committed yet.
create table queue_letter (
  service_id uuid primary key,
  letter varchar(3) not null,
  constraint queue_letter_uk unique (letter)
);

-- The counter of tickets of a letter; queue_day remains what is locked.
create table queue_counter (
  site_id uuid not null,
  on_day date not null,
  letter varchar(3) not null,
  tickets integer not null,
  primary key (site_id, on_day, letter)
);

insert into queue_counter (site_id, on_day, letter, tickets) select site_id, on_day, 'A', tickets from queue_day;

alter table queue_day drop column tickets;

-- Tickets given so far have the letter A.
alter table queue_entry add column letter varchar(3) default 'A' not null;
alter table queue_entry drop constraint queue_entry_number_uk;
alter table queue_entry add constraint queue_entry_number_uk unique (site_id, on_day, letter, number);

-- Whoever is free first may call somebody without a practitioner.
alter table queue_entry alter column practitioner_id drop not null;

-- Names of the groups, with commas; priority is the weight of the heaviest. What was preferred before has no group.
alter table queue_entry add column priority_groups varchar(120) default '' not null;
update queue_entry set priority_groups = 'EMERGENCY' where priority = 4;
update queue_entry set priority_groups = 'URGENT' where priority = 3;

alter table queue_entry add column room_id uuid references room (id);
alter table queue_entry add column announced_at timestamp(6) with time zone;
alter table queue_entry add column missed integer default 0 not null;
-- whom he lets pass, for he did not answer
alter table queue_entry add column behind_id uuid references queue_entry (id);
-- a transfer that can be taken back
alter table queue_entry add column transferred boolean default false not null;
alter table queue_entry add column transferred_from uuid references staff (id);
alter table queue_entry add column transfer_reason varchar(300) default '' not null;
-- how many lines of history there are
alter table queue_entry add column changes integer default 0 not null;

create index queue_entry_patient on queue_entry (patient_id, on_day);

create table queue_history (
  entry_id uuid not null references queue_entry (id),
  number integer not null,
  at timestamp(6) with time zone not null,
  staff_id uuid references staff (id),
  kind varchar(20) not null,
  practitioner_id uuid references staff (id),
  note varchar(300) not null,
  primary key (entry_id, number)
);

-- From when on waiting is long and too long; a site without a row has the usual ones.
create table queue_limits (
  site_id uuid primary key references site (id),
  version bigint not null,
  long_minutes integer not null,
  too_long_minutes integer not null,
  check (0 < long_minutes and long_minutes < too_long_minutes)
);
