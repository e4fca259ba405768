create table site (
  id uuid primary key,
  version bigint not null,
  name varchar(160) not null,
  address varchar(300) not null,
  active boolean not null
);

create table room (
  id uuid primary key,
  version bigint not null,
  site_id uuid not null references site (id),
  name varchar(80) not null,
  active boolean not null
);

create index room_site on room (site_id);

-- A kind of visit.
create table service (
  id uuid primary key,
  version bigint not null,
  name varchar(120) not null,
  minutes integer not null check (minutes between 5 and 480),
  active boolean not null
);
