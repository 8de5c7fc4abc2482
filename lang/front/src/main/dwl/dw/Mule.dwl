%dw 2.0

/** Error of a flow, with those that it gathers. */
type Error = {description?: String, detailedDescription?: String, errorType?: ErrorType, childErrors?: Array<Error>}

/** Type of an error in its namespace, under a more general one. */
type ErrorType = {identifier?: String, namespace?: String, parentErrorType?: ErrorType}

/** Message that a flow handles. */
type Message = Object {class: "org.mule.runtime.api.message.Message"}

/**
 * Whether an error is of a type or of one below it; without an error, the one that the flow handles.
 *
 *     causedBy({errorType: {namespace: "HTTP", identifier: "NOT_FOUND"}}, "HTTP:NOT_FOUND")
 *     => true
 */
fun causedBy(@DesignOnlyType error: Error, errorType: String): Boolean = native("system::causedBy")
fun causedBy(errorType: String): Boolean = native("system::causedBy")

/**
 * Payload that another flow makes of a payload.
 *
 *     lookup("greeting", {name: "Ada"})
 *     => {name: "Ada"}
 */
fun lookup(flowName: String, payload: Any, timeoutMillis: Number = 2000): Any = native("system::lookup")

/**
 * Property of the application, of the process, or of its environment.
 *
 *     p("http.port")
 *     => "value of http.port"
 */
fun p(propertyName: String): String = native("system::p")
