-- One row for each site and day of the clinic: locked by whatever changes the queue, and the counter of its tickets.
create table queue_day (
  site_id uuid not null,
  on_day date not null,
  tickets integer not null,
  primary key (site_id, on_day)
);

create table queue_entry (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  on_day date not null,
  patient_id uuid not null references patient (id),
  -- null for somebody who came without one
  appointment_id uuid references appointment (id),
  -- for whom he waits
  practitioner_id uuid not null references staff (id),
  number integer not null,
  -- a higher one goes first
  priority smallint not null,
  state varchar(10) not null,
  since timestamp(6) with time zone not null,
  booked_for timestamp(6) with time zone,
  reason varchar(300) not null,
  called_at timestamp(6) with time zone,
  called_by uuid references staff (id),
  ended_at timestamp(6) with time zone,
  visit_id uuid,
  -- called_by while in the room, else null: nobody has two people in the room
  in_room_with uuid,
  constraint queue_entry_number_uk unique (site_id, on_day, number),
  constraint queue_entry_visit_uk unique (visit_id),
  constraint queue_entry_in_room_uk unique (in_room_with)
);

create index queue_entry_state on queue_entry (site_id, state);
create index queue_entry_appointment on queue_entry (appointment_id);
