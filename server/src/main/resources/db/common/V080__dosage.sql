-- When a medicine is taken, and for how long, in every way a doctor says it; how often it may be handed out again.
alter table prescription_line rename column times_daily to timing_count;
alter table prescription_line add column timing varchar(20) default 'TIMES_A_DAY' not null;
-- of what is taken every so many weeks; 0: not said
alter table prescription_line add column weekday integer default 0 not null;
alter table prescription_line add column needed_for varchar(100) default '' not null;
-- 0: what the timing allows
alter table prescription_line add column max_daily double precision default 0 not null;
-- of a course that is given by its end
alter table prescription_line add column last_day date;
-- a step a line: dose, days, and the timing when it changes
alter table prescription_line add column taper varchar(1000) default '' not null;
-- in place of the sentence made of the dosage
alter table prescription_line add column directions varchar(500) default '' not null;
-- units at a time; quantity is all that may be handed out, with the repeats
alter table prescription_line add column supply integer default 1 not null;
alter table prescription_line add column repeats integer default 0 not null;
alter table prescription_line add column as_written boolean default false not null;

update prescription_line set supply = quantity;

alter table prescription_line add constraint prescription_line_supply
  check (repeats >= 0 and quantity = supply * (repeats + 1));
