-- Whether the clinic gives the time of a late visit up by itself, and as what it counts then; 0 is never.
alter table booking_rules add column version bigint not null default 0;
alter table booking_rules add column release_after_minutes integer not null default 0;
alter table booking_rules add column release_as varchar(12) not null default 'NO_SHOW';

-- That somebody who is expected was called, and what came of it.
create table reminder (
  id uuid primary key,
  version bigint not null,
  appointment_id uuid not null references appointment (id),
  -- of the clinic, on which the visit is
  on_day date not null,
  -- REACHED, NOT_REACHED, COMING
  outcome varchar(12) not null,
  -- when he said he comes
  expected_at timestamp(6) with time zone,
  noted_at timestamp(6) with time zone not null,
  noted_by uuid not null references staff (id),
  withdrawn_at timestamp(6) with time zone
);

create index reminder_appointment on reminder (appointment_id);

-- Work of which one server at a time takes care.
create table lease (
  name varchar(40) primary key,
  holder uuid,
  -- from when on somebody held it without a gap, by the clock of the clinic
  held_since timestamp(6) with time zone,
  -- by the clock of the database
  held_until timestamp(6) with time zone
);

insert into lease (name) values ('late-visits');

-- Who did not come keeps nothing busy any more.
update booking set active = false
where active and appointment_id in (select id from appointment where status = 'NO_SHOW');
