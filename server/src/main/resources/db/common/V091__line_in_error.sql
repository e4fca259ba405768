-- A line of a prescription that should never have been; the others hold on.
alter table prescription_line add column in_error boolean default false not null;

update prescription_line set in_error = true where prescription_id in (
  select p.id from prescription p where p.status = 'ENTERED_IN_ERROR');
