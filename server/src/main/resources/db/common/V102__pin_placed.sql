-- By which change of which visit a pin came off: whoever takes that back has the pin again.
alter table pinned_visit add column placed_as uuid references appointment (id);
alter table pinned_visit add column placed_change integer;
create index pinned_visit_placed on pinned_visit (placed_as);
