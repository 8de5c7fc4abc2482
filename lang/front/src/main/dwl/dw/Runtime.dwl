%dw 2.0

type TryResultFailure = {success: false, error: {kind: String, message: String, stack?: Array<String>, location?: String}}
type TryResultSuccess<T> = {success: true, result: T}
type TryResult<T> = Object
type Location = {start?: Object, end?: Object, locationString: String, text?: String, sourceIdentifier?: String}

/** Fails with a message. */
fun fail(message: String = "Error"): Nothing = native("runtime::fail")

/** The value, or a failure when the evaluator says so. */
fun failIf<T>(value: T, evaluator: (value: T) -> Boolean, message: String = "Failed"): T =
  if (evaluator(value)) fail(message) else value

/** The result of the delegate, or what went wrong. */
fun try<T>(delegate: () -> T): TryResult<T> = native("runtime::try")

/** The result, or the alternative when it failed. */
fun orElse<T, R>(previous: TryResult<T>, orElse: () -> R): T | R =
  if (previous.success) previous.result else orElse()

/** The result, or another attempt when it failed. */
fun orElseTry<T, R>(previous: TryResult<T>, orElse: () -> R): TryResult<T | R> =
  if (previous.success) previous else try(orElse)

/** The value, after a pause in milliseconds. */
fun wait<T>(value: T, timeout: Number): T = native("runtime::wait")

/** The formats that can be read and written. */
fun dataFormatsDescriptor(): Array<Object> = native("documents::formats")

/** A property of the process. */
fun prop(propertyName: String): String | Null = native("documents::prop")

/** All properties of the process. */
fun props(): Object = native("documents::props")

/** The level of the language. */
fun version(): String = "2.9"

/** Where a value comes from, as far as it is known. */
fun location(value: Any): Location = {locationString: ""}
fun locationString(value: Any): String = ""

/** Runs a script of the given files with the given inputs only; the result as a value, or what went wrong. */
fun eval(fileToExecute: String, fs: Object, readerInputs: Object = {}, inputValues: Object = {}, configuration: Object = {}): Object = native("executions::eval")
fun evalUrl(url: String, readerInputs: Object = {}, inputValues: Object = {}, configuration: Object = {}): Object = native("executions::evalUrl")

/** As eval, with the result written in the script's output format. */
fun run(fileToExecute: String, fs: Object, readerInputs: Object = {}, inputValues: Object = {}, configuration: Object = {}): Object = native("executions::run")
fun runUrl(url: String, readerInputs: Object = {}, inputValues: Object = {}, configuration: Object = {}): Object = native("executions::runUrl")
