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
  -- how many rows of history it has
  changes integer not null,
  constraint appointment_span check (ends_at > starts_at)
);

create index appointment_day on appointment (site_id, starts_at);
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
  new_status varchar(12) not null,
  new_practitioner_id uuid not null,
  new_room_id uuid,
  new_starts_at timestamp(6) with time zone not null,
  new_ends_at timestamp(6) with time zone not null,
  primary key (appointment_id, number)
);

-- The row that is locked before the bookings of a resource on a day of the clinic are looked at.
create table resource_day (
  resource_id uuid not null,
  on_day date not null,
  primary key (resource_id, on_day)
);

-- Who and what a visit keeps busy: one row for each resource and span, half-open. Given up rows stay, not active.
create table booking (
  id uuid primary key,
  appointment_id uuid not null references appointment (id),
  kind varchar(12) not null,
  -- a staff member, a room or a patient
  resource_id uuid not null,
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  active boolean not null,
  -- on purpose on top of another one
  overbooked boolean not null,
  constraint booking_span check (ends_at > starts_at)
);

create index booking_resource on booking (resource_id, ends_at);
create index booking_appointment on booking (appointment_id);
