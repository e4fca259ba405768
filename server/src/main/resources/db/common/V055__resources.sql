-- Rooms and equipment that services ask for by their kind. A room has the id of the room.
create table resource (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  kind varchar(12) not null,
  -- "ultrasound", "treatment room"
  type varchar(60) not null,
  name varchar(80) not null,
  active boolean not null
);

create index resource_type on resource (site_id, kind, type);

-- How visits of a service look, what they need and cost.
create table visit_type (
  service_id uuid primary key references service (id),
  version bigint not null,
  colour varchar(7) not null,
  preparation varchar(2000) not null,
  -- in the smallest unit of the currency
  price_minor bigint not null,
  currency varchar(3) not null,
  buffer_before_minutes integer not null check (buffer_before_minutes between 0 and 120),
  buffer_after_minutes integer not null check (buffer_after_minutes between 0 and 120)
);

-- One resource of each is picked when a visit is booked.
create table visit_type_need (
  service_id uuid not null references visit_type (service_id),
  number integer not null,
  kind varchar(12) not null,
  type varchar(60) not null,
  primary key (service_id, number)
);
