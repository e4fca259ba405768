-- The visit of somebody who was given up and came after all, and has the time that was held.
alter table slot_hold add column lost_to uuid references appointment (id);
