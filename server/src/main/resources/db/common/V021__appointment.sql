create table appointment (
  id uuid primary key,
  version bigint not null,
  patient_id uuid not null references patient (id),
  practitioner_id uuid not null references staff (id),
  site_id uuid not null references site (id),
  room_id uuid references room (id),
  service_id uuid not null references service (id),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  -- the clinic's zone when it was booked
  zone varchar(60) not null,
  status varchar(12) not null,
  reason varchar(300) not null,
  cancel_reason varchar(12),
  arrived_at timestamp(6) with time zone,
  in_room_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone,
  cancelled_at timestamp(6) with time zone,
  cancelled_late boolean not null,
  -- doctors, rooms and equipment beside the first: "EQUIPMENT:<id> PRACTITIONER:<id>", in order
  others varchar(1000) not null,
  confirmation varchar(12) not null,
  -- on purpose on top of another visit of the doctor: why, and who decided it
  overbooked boolean not null,
  overbook_reason varchar(300),
  overbooked_by uuid references staff (id),
  -- so many minutes before the start the person is asked to be there
  early_minutes smallint not null,
  -- the same for all visits of a series
  series_id uuid,
  -- the visit this one took the place of, and the one that took its place
  predecessor_id uuid references appointment (id),
  successor_id uuid references appointment (id),
  -- how many rows of history it has
  changes integer not null,
  constraint appointment_span check (ends_at > starts_at)
);

create index appointment_day on appointment (site_id, starts_at);
create index appointment_open on appointment (site_id, status, starts_at);
create index appointment_series on appointment (series_id);
create index appointment_patient on appointment (patient_id, starts_at);

-- What a visit was before and after each change, by whom. Never changed itself.
create table appointment_history (
  appointment_id uuid not null references appointment (id),
  -- 1 is the booking
  number integer not null,
  at timestamp(6) with time zone not null,
  staff_id uuid,
  old_status varchar(12),
  old_practitioner_id uuid,
  old_room_id uuid,
  old_starts_at timestamp(6) with time zone,
  old_ends_at timestamp(6) with time zone,
  old_others varchar(1000),
  old_confirmation varchar(12),
  old_overbooked boolean,
  old_cancel_reason varchar(12),
  new_status varchar(12) not null,
  new_practitioner_id uuid not null,
  new_room_id uuid,
  new_starts_at timestamp(6) with time zone not null,
  new_ends_at timestamp(6) with time zone not null,
  new_others varchar(1000) not null,
  new_confirmation varchar(12) not null,
  new_overbooked boolean not null,
  new_cancel_reason varchar(12),
  -- the number of the change that this one takes back
  undoes integer,
  primary key (appointment_id, number)
);

-- The row that is locked before the bookings of a resource on a day of the clinic are looked at.
create table resource_day (
  resource_id uuid not null,
  on_day date not null,
  primary key (resource_id, on_day)
);

-- A time that a desk keeps for itself for a moment.
create table slot_hold (
  id uuid primary key,
  version bigint not null,
  -- whose it is: it ends with the session
  session_id uuid not null,
  staff_id uuid not null references staff (id),
  workstation varchar(80) not null,
  site_id uuid not null references site (id),
  practitioner_id uuid not null references staff (id),
  patient_id uuid references patient (id),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  zone varchar(60) not null,
  -- by the clock of the database
  expires_at timestamp(6) with time zone not null,
  -- released or booked; one that ran out needs no end
  ended_at timestamp(6) with time zone
);

create index slot_hold_site on slot_hold (site_id, expires_at);
create index slot_hold_session on slot_hold (session_id);

-- Who and what a visit or a hold keeps busy: one row for each resource and span, half-open. Given up rows stay, not
-- active. Those of a hold end by themselves.
create table booking (
  id uuid primary key,
  appointment_id uuid references appointment (id),
  hold_id uuid references slot_hold (id),
  -- the session of the hold and its end, so that one look at this table judges
  held_by uuid,
  expires_at timestamp(6) with time zone,
  kind varchar(12) not null,
  -- a staff member, a room, a piece of equipment or a patient
  resource_id uuid not null,
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  active boolean not null,
  -- on purpose on top of another one
  overbooked boolean not null,
  constraint booking_span check (ends_at > starts_at),
  constraint booking_owner check ((appointment_id is null) <> (hold_id is null)
    and (hold_id is null) = (held_by is null) and (hold_id is null) = (expires_at is null))
);

create index booking_resource on booking (resource_id, ends_at);
create index booking_appointment on booking (appointment_id);
create index booking_hold on booking (hold_id);
