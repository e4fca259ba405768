-- One row: what holds for the whole clinic.
create table booking_rules (
  id smallint primary key check (id = 1),
  -- the most a doctor is given on a day
  day_minutes integer not null check (day_minutes > 0),
  day_visits integer not null check (day_visits > 0),
  -- the hours of a day divided by this are the most visits of that day
  slot_minutes integer not null check (slot_minutes > 0),
  -- visits on top of others
  day_overbooked integer not null check (day_overbooked >= 0),
  -- a patient who cancels nearer to the start than this does so late
  late_cancel_minutes integer not null,
  -- somebody not there so long after the start is late
  late_after_minutes integer not null,
  hold_seconds integer not null check (hold_seconds > 0)
);

insert into booking_rules values (1, 480, 15, 30, 2, 1440, 10, 300);

-- What differs for one doctor; null is as the clinic has it.
create table doctor_limits (
  staff_id uuid primary key references staff (id),
  version bigint not null,
  day_minutes integer,
  day_visits integer,
  slot_minutes integer,
  day_overbooked integer
);
