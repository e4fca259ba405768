-- Weekly hours may alternate, have breaks inside, and are struck out, never deleted.
alter table working_hours add column every_weeks smallint default 1 not null;
-- a day of a week in which they hold; counted from there
alter table working_hours add column anchor date;
update working_hours set anchor = valid_from;
alter table working_hours alter column anchor set not null;
-- "12:00-13:00 15:00-15:15"; wall time
alter table working_hours add column breaks varchar(60) default '' not null;
alter table working_hours add column voided_at timestamp(6) with time zone;
alter table working_hours add column voided_by uuid;
alter table working_hours add column void_reason varchar(200);
alter table working_hours add constraint working_hours_every check (every_weeks between 1 and 12);

-- How often somebody's hours were changed: two who change them at once find out here.
create table roster_plan (
  staff_id uuid primary key references staff (id),
  version bigint not null,
  edits integer not null
);

-- What differs from the weekly hours on one day.
create table day_hours (
  id uuid primary key,
  version bigint not null,
  staff_id uuid not null references staff (id),
  site_id uuid not null references site (id),
  room_id uuid references room (id),
  on_day date not null,
  mode varchar(10) not null check (mode in ('INSTEAD', 'EXTRA', 'OFF')),
  -- minutes after midnight as in working_hours; null for a day off
  from_minute smallint check (from_minute between 0 and 1439),
  to_minute smallint,
  breaks varchar(60) not null,
  voided_at timestamp(6) with time zone,
  voided_by uuid,
  void_reason varchar(200),
  constraint day_hours_span check (
    mode = 'OFF' and from_minute is null and to_minute is null
    or mode <> 'OFF' and from_minute is not null and to_minute is not null
      and to_minute > from_minute and to_minute <= from_minute + 1440)
);

create index day_hours_site on day_hours (site_id, on_day);
create index day_hours_staff on day_hours (staff_id, on_day);

-- Holidays, closures, blockouts and leave: why something that would be open is not. Half-open, wall time of the clinic.
create table absence (
  id uuid primary key,
  version bigint not null,
  kind varchar(12) not null check (kind in ('HOLIDAY', 'CLOSURE', 'BLOCKOUT', 'VACATION', 'SICK', 'TRAINING')),
  state varchar(12) not null check (state in ('REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  -- all three null: the whole clinic
  staff_id uuid references staff (id),
  room_id uuid references room (id),
  site_id uuid references site (id),
  first_day date not null,
  from_minute smallint not null check (from_minute between 0 and 1439),
  last_day date not null,
  -- 1440 is the end of the last day
  to_minute smallint not null check (to_minute between 1 and 1440),
  -- name of the holiday, reason of the blockout
  note varchar(200) not null,
  -- what a calendar that it was read from calls it (UID of RFC 5545)
  calendar_uid varchar(255),
  decided_at timestamp(6) with time zone,
  decided_by uuid,
  voided_at timestamp(6) with time zone,
  voided_by uuid,
  void_reason varchar(200),
  constraint absence_span check (last_day > first_day or last_day = first_day and to_minute > from_minute),
  constraint absence_target check (
    kind in ('HOLIDAY', 'CLOSURE') and staff_id is null and room_id is null
    or kind = 'BLOCKOUT' and (staff_id is null or room_id is null)
      and (staff_id is not null or room_id is not null or site_id is not null)
    or kind in ('VACATION', 'SICK', 'TRAINING') and staff_id is not null and room_id is null and site_id is null)
);

create index absence_days on absence (last_day, first_day);
create index absence_staff on absence (staff_id);
create index absence_calendar on absence (calendar_uid);
