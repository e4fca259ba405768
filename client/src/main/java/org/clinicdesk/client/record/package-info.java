/// What is known of a person's health, to be read, and the allergies to be asked for.
///
/// The record is shown in two shapes, each from its own place: `record/view` fills a screen, `record/panel` is a column
/// that another screen takes in as the view of the [org.clinicdesk.client.platform.Screen] it opens, with the warnings as
/// its header. Both need `patient_id`. So the consultation has the record beside it without knowing this package.
///
/// "Never asked", "none known" and "recorded" are three answers about allergies, each said in words. A medicine or an
/// allergy that no check can heed is marked wherever it is named.
@NullMarked
package org.clinicdesk.client.record;

import org.jspecify.annotations.NullMarked;
