-- A room that somebody asked for goes with the visit to another doctor; where he only sits stays behind. Of the visits
-- before nobody knows.
alter table appointment add column room_asked boolean default false not null;
