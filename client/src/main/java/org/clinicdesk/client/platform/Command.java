package org.clinicdesk.client.platform;

import io.grpc.MethodDescriptor;

/// Something that can be done from everywhere, through the command palette.
///
/// @param needs the call whose policy decides whether it is offered
public record Command(String textKey, String icon, MethodDescriptor<?, ?> needs, Place place) {}
