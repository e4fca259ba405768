create sequence patient_number start with 1 increment by 1;

create table patient (
  id uuid primary key,
  version bigint not null,
  number varchar(12) not null,
  family varchar(80) not null,
  given varchar(80) not null,
  family_first boolean not null,
  -- the name folded, in the order of lists
  sort_name varchar(170) ${binary} not null,
  -- ISO 8601 to the precision known
  birth_date varchar(10) not null,
  birth_date_estimated boolean not null,
  gender varchar(10) not null,
  -- as told, one a line
  phones varchar(200) not null,
  email varchar(120) not null,
  address varchar(300) not null,
  language varchar(10) not null,
  national_id varchar(40) ${binary},
  note varchar(500) not null,
  active boolean not null,
  deceased boolean not null,
  -- null when the day is not known
  deceased_on date,
  last_visit date,
  registered_at timestamp(6) with time zone not null,
  constraint patient_number_uk unique (number),
  constraint patient_national_id_uk unique (national_id)
);

-- What a person is found by: "n:nguyen" a part of the name, folded; "p:" phone digits, "q:" the same backwards;
-- "b:" birth date; "i:" numbers.
create table patient_key (
  patient_id uuid not null references patient (id),
  term varchar(90) ${binary} not null,
  -- all words of the name, folded, each between blanks: a second word typed is judged in the index
  name varchar(200) ${binary} not null,
  primary key (patient_id, term)
);

create index patient_key_term on patient_key (term, patient_id, name);
