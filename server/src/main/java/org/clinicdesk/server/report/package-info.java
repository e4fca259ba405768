/// Reports: what happened on a day of the clinic.
///
/// A [Sheet][org.clinicdesk.server.report.Sheet] says once which columns a table has, how they are typed and where
/// their values come from. The screen, the spreadsheet and the paper are made from the very same tables, so none of
/// them can have a column that another lacks. Texts are keys; the bundle beside this package has them for paper, the
/// client has the same ones.
///
/// What is counted: a visit is *booked* when it begins on the day, whatever became of it; somebody has *arrived* when
/// he was in the queue and did not leave it again, with an appointment or without; he is *seen* when he has left the
/// room. The *wait* is from the arrival to the call, of those who were called. A day is midnight to midnight where
/// the clinic is. Nothing in a report tells about one person: waits are told by hour, medicines by name.
///
/// Of alerts the same is told for those of prescribing and those of the counter, apart: at the counter an alert counts when
/// the doctor has not answered it, for then somebody must look at it anew.
///
/// Whatever the day was, a report costs the same few queries.
@NullMarked
package org.clinicdesk.server.report;

import org.jspecify.annotations.NullMarked;
