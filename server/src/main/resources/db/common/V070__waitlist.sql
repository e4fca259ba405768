-- People who want to come sooner.
create table waitlist_entry (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  patient_id uuid not null references patient (id),
  service_id uuid not null references service (id),
  minutes integer not null check (minutes > 0),
  -- ROUTINE, URGENT, ASAP
  urgency varchar(8) not null,
  -- empty is any
  specialty varchar(80) not null,
  -- "135" is Monday, Wednesday, Friday; empty is all
  weekdays varchar(7) not null,
  -- of the day, on the wall clock of the clinic
  from_minute integer not null,
  to_minute integer not null,
  earliest_on date,
  latest_on date,
  note varchar(300) not null,
  asked_at timestamp(6) with time zone not null,
  asked_by uuid not null references staff (id),
  -- the later visit that gives way to an earlier one
  appointment_id uuid references appointment (id),
  -- WAITING, BOOKED, WITHDRAWN; that somebody's last day is over is not written
  state varchar(9) not null,
  booked_appointment_id uuid references appointment (id),
  withdraw_reason varchar(12),
  ended_at timestamp(6) with time zone
);

create index waitlist_entry_site on waitlist_entry (site_id, state);
create index waitlist_entry_patient on waitlist_entry (patient_id);
create index waitlist_entry_booked on waitlist_entry (booked_appointment_id);

-- With whom; none is anybody.
create table waitlist_practitioner (
  entry_id uuid not null references waitlist_entry (id),
  practitioner_id uuid not null references staff (id),
  primary key (entry_id, practitioner_id)
);

-- Times that visits gave up before they began. Whether one is still free is asked of the bookings.
create table freed_slot (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  practitioner_id uuid not null references staff (id),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  freed_at timestamp(6) with time zone not null
);

create index freed_slot_site on freed_slot (site_id, starts_at);
create index freed_slot_practitioner on freed_slot (practitioner_id, starts_at);

-- A freed time offered to somebody, or declined by him. An offer lasts as long as its hold.
create table slot_offer (
  id uuid primary key,
  version bigint not null,
  slot_id uuid not null references freed_slot (id),
  entry_id uuid not null references waitlist_entry (id),
  site_id uuid not null references site (id),
  practitioner_id uuid not null references staff (id),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  -- null when he declined before it was kept for him
  hold_id uuid references slot_hold (id),
  -- OFFERED, WITHDRAWN, DECLINED, BOOKED
  state varchar(9) not null,
  offered_at timestamp(6) with time zone not null,
  offered_by uuid not null references staff (id)
);

create index slot_offer_slot on slot_offer (slot_id);
create index slot_offer_entry on slot_offer (entry_id);
create index slot_offer_practitioner on slot_offer (practitioner_id, starts_at);

-- Who plans visits keeps the list; to book from it needs APPOINTMENT_WRITE, as any booking.
insert into role_permission (role_code, permission)
select r.code, p.permission
from role r cross join (values ('WAITLIST_READ'), ('WAITLIST_WRITE')) as p (permission)
where r.code in ('receptionist', 'nurse', 'head-nurse', 'doctor', 'head-doctor', 'master-administrator');

insert into role_permission (role_code, permission)
select code, 'WAITLIST_READ' from role where code = 'administrator';
