-- How somebody likes to see the board, under one of his function keys.
create table board_view (
  id uuid primary key,
  version bigint not null,
  staff_id uuid not null references staff (id),
  key_number integer not null check (key_number between 1 and 8),
  name varchar(60) not null,
  site_id uuid not null references site (id),
  week boolean not null,
  by_room boolean not null,
  -- of doctors or of rooms, with spaces between; empty is all
  column_ids varchar(4000) not null,
  zoom integer not null,
  -- false: taken off its key
  active boolean not null,
  saved_at timestamp(6) with time zone not null,
  constraint board_view_uk unique (staff_id, key_number)
);
