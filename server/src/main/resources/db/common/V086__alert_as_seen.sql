-- An alert as it was seen: besides its words also why, what was not known, and what was offered instead. Of what was
-- signed or handed out before, they were not kept.
alter table prescription_finding add column mechanism varchar(120) default '' not null;
-- one a line
alter table prescription_finding add column not_known varchar(1000) default '' not null;
-- INN names, one a line
alter table prescription_finding add column alternatives varchar(2000) default '' not null;

alter table dispensing_finding add column mechanism varchar(120) default '' not null;
alter table dispensing_finding add column not_known varchar(1000) default '' not null;
alter table dispensing_finding add column alternatives varchar(2000) default '' not null;

-- Alerts are shown at the counter of the pharmacy too: those that the doctor has not answered.
alter table alert_shown add column place varchar(20) default 'PRESCRIBING' not null;
alter table alert_shown drop constraint alert_shown_uk;
alter table alert_shown
  add constraint alert_shown_uk unique (staff_id, patient_id, finding_key, on_day, place);
