-- The least at a time where it is a range, 1 of "1 to 2 tablets", of which dose is the most; 0: it is none.
alter table prescription_line add column dose_from double precision default 0 not null;
