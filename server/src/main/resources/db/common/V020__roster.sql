-- When somebody works, week by week, in the wall time of the clinic.
create table working_hours (
  id uuid primary key,
  version bigint not null,
  staff_id uuid not null references staff (id),
  site_id uuid not null references site (id),
  -- where he usually sits; null when that changes
  room_id uuid references room (id),
  -- ISO 8601: 1 is Monday
  weekday smallint not null check (weekday between 1 and 7),
  -- minutes after midnight; a shift over midnight ends after 1440
  from_minute smallint not null check (from_minute between 0 and 1439),
  to_minute smallint not null,
  valid_from date not null,
  -- the last day, included; null is until further notice
  valid_to date,
  constraint working_hours_span check (to_minute > from_minute and to_minute <= from_minute + 1440),
  constraint working_hours_valid check (valid_to >= valid_from)
);

create index working_hours_site on working_hours (site_id, weekday);
create index working_hours_staff on working_hours (staff_id);
