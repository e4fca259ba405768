package org.clinicdesk.client.platform;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.PDFPageable;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/// The printers of the system. A dialog of AWT would stand beside the window, in its own look and language, and let the
/// person go on below it: which printer is asked in the preview instead.
final class SystemPrinters implements Printers {

    @Override
    public List<String> names() {
        var preferred = Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
        var names = new LinkedHashSet<String>();
        Stream.concat(preferred.stream(), all()).map(PrintService::getName).forEach(names::add);
        return List.copyOf(names);
    }

    @Override
    public void print(byte[] pdf, String name) throws IOException, PrinterException {
        var printer =
                all().filter(service -> service.getName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new PrinterException("The printer is gone"));
        try (var document = Loader.loadPDF(pdf)) {
            var job = PrinterJob.getPrinterJob();
            job.setPrintService(printer);
            job.setPageable(new PDFPageable(document));
            job.print();
        }
    }

    private static Stream<PrintService> all() {
        return Arrays.stream(
                PrintServiceLookup.lookupPrintServices(DocFlavor.SERVICE_FORMATTED.PAGEABLE, null));
    }
}
