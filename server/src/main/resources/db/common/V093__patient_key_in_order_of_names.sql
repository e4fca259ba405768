-- A search reads people in the order of the matched word, then of their names, and stops early: whom it shows need not
-- be looked up to be put in order.
drop index patient_key_term;

create index patient_key_term on patient_key (term, name, patient_id);
