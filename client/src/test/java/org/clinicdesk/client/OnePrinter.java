package org.clinicdesk.client;

import org.clinicdesk.client.platform.Printers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A printer that keeps what it was given.
public record OnePrinter(List<byte[]> printed) implements Printers {

    public static final String NAME = "Reception";

    public OnePrinter() {
        this(new CopyOnWriteArrayList<>());
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void print(byte[] pdf, String name) {
        printed.add(pdf);
    }
}
