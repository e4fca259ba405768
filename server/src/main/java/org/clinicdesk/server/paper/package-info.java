/// Everything the server prints: the card of a patient, the prescription, the reports. Pure functions: records in,
/// bytes out; nothing here knows a database, a caller or a clock.
///
/// - **Any name can be written.** Latin (Vietnamese among it), Greek and Cyrillic are real text in Inter; other scripts
///   are shaped by the JDK's HarfBuzz and drawn as outlines from the fonts bundled beside this package, right to left
///   where the script asks for it. A letter that no font can draw is an empty box, for all to see: the patient's number
///   still tells who it is, and nobody goes without his paper.
/// - **Nothing that matters is cut.** Medicines, instructions and allergies are wrapped; a patient's name shrinks, then
///   wraps. Only a clinic's own heading, and names longer than
///   any register holds, may end in an ellipsis.
/// - **Nothing personal in codes and metadata.** The QR code holds the opaque code of
///   [org.clinicdesk.server.card.Codes], the PDF's properties hold the name of the kind of paper.
/// - **A column is defined once**, in a [Table]: the screen gets it through the contract, [ReportPaper] prints it and
///   [ReportSheet] writes it as a spreadsheet with typed cells.
@NullMarked
package org.clinicdesk.server.paper;

import org.jspecify.annotations.NullMarked;
