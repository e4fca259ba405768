-- A freed time is also one that an absence closed and does not any more. Where it was a room that was closed, the time
-- became free only to those who need that room.
alter table freed_slot add column room_id uuid references room (id);
