package org.clinicdesk.client.platform;

import java.awt.print.PrinterException;
import java.io.IOException;
import java.util.List;

/// The printers that this desk reaches. Both calls may take long and run in the background.
public interface Printers {

    /// What they are called, the one that the system prefers first; empty when there is none.
    List<String> names();

    /// Brings a PDF to paper, every page at its own size, without asking anything.
    void print(byte[] pdf, String name) throws IOException, PrinterException;
}
