package org.clinicdesk.client.platform;

import java.util.Arrays;
import java.util.List;

/// Where a server listens.
public record Address(String host, int port) {

    /// The port that a server listens on unless told otherwise.
    public static final int DEFAULT_PORT = 8443;

    public Address {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("Not an address: " + host + ":" + port);
        }
    }

    /// Reads `desk.example:8443, 10.0.0.8`, in the order they are to be tried.
    ///
    /// @throws IllegalArgumentException when nothing is in it or a part is no address
    public static List<Address> list(String text) {
        var addresses =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(Address::of)
                        .toList();
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("No address");
        }
        return addresses;
    }

    /// Reads `host`, `host:port` or `[::1]:port`.
    public static Address of(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 0 || text.endsWith("]")) {
            return new Address(bare(text), DEFAULT_PORT);
        }
        try {
            return new Address(
                    bare(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not an address: " + text, e);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
