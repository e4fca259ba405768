/// The desktop client. `Main` starts it, `ClinicDesk` puts it together, [Features] lists what it can do.
///
/// ## A screen in ten lines
///
/// ```java
/// public final class QueueFeature implements Feature {               // one line in Features.ALL
///     public String id() { return "queue"; }                          // package, bundle and place
///     public String icon() { return "mdi2s-seat-outline"; }
///     public MethodDescriptor<?, ?> needs() { return QueueServiceGrpc.getListQueueMethod(); }
///     public Screen open(Desk desk, Place place) {
///         var model = new QueueModel(desk);                           // state and calls, no javafx.scene
///         return Screen.of("queue.list", () -> new QueueView(desk, model).root())   // nodes only, built anew
///                 .keys(Key.of("Ctrl+N", "queue.call-next", model::callNext))
///                 .watches(FXCollections.observableSet("queue"), model::read);
///     }
/// }
/// ```
///
/// - Calls: `desk.calls().call(() -> stub.listQueue(request)).busy(busy).refused("NOBODY", this::nobody).then(this::show)`.
///   A write adds `.once(requestId)`; take [org.clinicdesk.client.platform.RequestId#fresh] when the form opens and after
///   each answer.
/// - Texts: `queue/queue.properties`, `_vi`, `_es` beside the code's package under resources; every key begins with `queue.`,
///   the rail shows `queue.title`, the screen's title is `queue.list.title`, a refusal is `queue.refused.NOBODY`.
/// - Forms: a `Draft` in the model, a `Form` in the view; labels, required marks, lengths and errors follow the contract.
/// - Buttons the caller may not use are left out: `desk.may(QueueServiceGrpc.getCallNextMethod())`.
/// - Other features are reached by `desk.navigator().go(Place.of("patient", "record").with("id", id))`.
/// - Ids of nodes are `queue-list.name`, so that tests find them and screen readers name them.
///
/// `patient` is the pattern to copy. What the rules above mean in code is kept by `ArchitectureTest`, `TextsTest` and
/// `ScreensTest`.
@NullMarked
package org.clinicdesk.client;

import org.jspecify.annotations.NullMarked;
