-- What a visit is for can be put right. The history keeps it too, so that this is taken back like any other change.
alter table appointment_history add column old_service_id uuid;
alter table appointment_history add column old_reason varchar(300);
alter table appointment_history add column old_early_minutes smallint;
alter table appointment_history add column new_service_id uuid;
alter table appointment_history add column new_reason varchar(300);
alter table appointment_history add column new_early_minutes smallint;

-- None was ever put right before.
update appointment_history set
  new_service_id = (select a.service_id from appointment a where a.id = appointment_history.appointment_id),
  new_reason = (select a.reason from appointment a where a.id = appointment_history.appointment_id),
  new_early_minutes = (select a.early_minutes from appointment a where a.id = appointment_history.appointment_id);
update appointment_history
  set old_service_id = new_service_id, old_reason = new_reason, old_early_minutes = new_early_minutes
  where old_status is not null;

alter table appointment_history alter column new_service_id set not null;
alter table appointment_history alter column new_reason set not null;
alter table appointment_history alter column new_early_minutes set not null;
