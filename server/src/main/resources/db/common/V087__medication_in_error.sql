-- What was entered in error was never taken: it is no medicine of the past.
alter table medication add column in_error boolean default false not null;

update medication set in_error = true where prescription_line_id in (
  select l.id from prescription_line l join prescription p on p.id = l.prescription_id
  where p.status = 'ENTERED_IN_ERROR');
