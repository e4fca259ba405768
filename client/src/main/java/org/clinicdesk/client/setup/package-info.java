/// What is bookable, for those who may change it: visit types, rooms and equipment, what each doctor is given on a day, and
/// the rules of the clinic. A setting that is not saved changes nothing.
///
/// - What two people change at once the second is told about, field by field; what he typed stays. Where both said
///   something else he decides before it can be saved.
/// - Some numbers are typed otherwise than they are held: money in the unit people speak of, a day in hours, and 0 where
///   the contract has 0 for "as the clinic". A [Spelled] stands between; what it cannot understand is refused at the field.
/// - A service asks for rooms and equipment by their type, a word. So known types are offered to be pressed, not written.
///
/// Places: `setup` (visit types), `setup/resources`, `setup/doctors`, `setup/rules`.
@NullMarked
package org.clinicdesk.client.setup;

import org.jspecify.annotations.NullMarked;
