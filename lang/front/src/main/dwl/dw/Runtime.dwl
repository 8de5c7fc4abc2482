%dw 2.0
import isHandledBy, fromString from dw::module::Mime

/** What is known of a format. */
type DataFormatDescriptor = {name: String, binary: Boolean, defaultEncoding?: String, extensions: Array<String>, defaultMimeType: String, acceptedMimeTypes: Array<String>, readerProperties: Array<DataFormatProperty>, writerProperties: Array<DataFormatProperty>}

/** Property of a reader or writer. */
type DataFormatProperty = {name: String, optional: Boolean, defaultValue?: Any, description: String, possibleValues: Array<Any>}

/** Result of a script that was evaluated. */
type EvalSuccess = {success: true, value: Any, logs: Array<LogEntry>}

/** What went wrong in a script that was run. */
type ExecutionFailure = {success: false, message: String, kind: String, stack?: Array<String>, location: Location, logs: Array<LogEntry>}

/** Place in a source. */
type Location = {start?: Position, end?: Position, locationString: String, text?: String, sourceIdentifier?: String}

/** Line that a script logged. */
type LogEntry = {level: LogLevel, timestamp: String, message: String}
type LogLevel = "INFO" | "ERROR" | "WARN" | "DEBUG"

/** Takes what a script logs. */
type LoggerService = {initialize?: () -> Object, log: (level: LogLevel, msg: String, context: Object) -> Any, shutdown?: () -> Boolean}
type MimeType = String

/** Offset from 0, line and column from 1. */
type Position = {index: Number, line: Number, column: Number}

/** Document that a script is given. */
type ReaderInput = {value: Binary, encoding?: String, properties?: Dictionary<SimpleType>, mimeType: MimeType}

/** What a script that was run has written. */
type RunSuccess = {success: true, value: Binary, mimeType: MimeType, encoding?: String, logs: Array<LogEntry>}

/** Limits of a run: time in milliseconds, depth of calls, privileges; and what becomes of its output, log and failure. */
type RuntimeExecutionConfiguration = {timeOut?: Number, outputMimeType?: MimeType, writerProperties?: Dictionary<SimpleType>, onException?: "HANDLE" | "FAIL", securityManager?: SecurityManager, loggerService?: LoggerService, maxStackSize?: Number, onUnhandledTimeout?: (threadName: String, javaStackTrace: String, code: String) -> Any}

/** Says whether a script gets a privilege for a call with these arguments. */
type SecurityManager = (grant: String, args: Array<Any>) -> Boolean

/** Result, or what went wrong. */
type TryResult<T> = {success: Boolean, result?: T, error?: {kind: String, message: String, stack?: Array<String>, stackTrace?: String, location?: String}}

/**
 * Formats that can be read and written, with their properties.
 *
 *     (dataFormatsDescriptor() filter ($.name == "json")).defaultMimeType
 *     => ["application/json"]
 */
fun dataFormatsDescriptor(): Array<DataFormatDescriptor> = native("descriptions::formats")

/**
 * Format that handles a media type, one part of which may be a wildcard; null where there is none.
 *
 *     findDataFormatDescriptorByMime({'type': "*", subtype: "json", parameters: {}}).name
 *     => "json"
 *
 *     findDataFormatDescriptorByMime({'type': "application", subtype: "x-unheard-of", parameters: {}})
 *     => null
 */
@Since(version = "2.7.0")
fun findDataFormatDescriptorByMime(mime: dw::module::Mime::MimeType): DataFormatDescriptor | Null =
  if (mime."type" == "*" and mime.subtype == "*") null
  else (dataFormatsDescriptor() filter ((format) ->
    !isEmpty(format.acceptedMimeTypes filter ((accepted) -> do {
      var known = fromString(accepted).result
      ---
      isHandledBy(mime, known) or isHandledBy(known, mime)
    }))))[0]

/**
 * Evaluates one of the scripts given, which sees only the inputs given; the result is a value.
 *
 *     eval("main.dwl", {"main.dwl": "payload.a + b"}, {payload: {value: '{"a": 1}' as Binary, mimeType: "application/json"}}, {b: 2}).value
 *     => 3
 *
 *     eval("main.dwl", {"main.dwl": "Util::twice(4)", "/Util.dwl": "fun twice(n) = n * 2"}).value
 *     => 8
 *
 *     eval("main.dwl", {"main.dwl": "dw::System::envVar('PATH')"}, {}, {}, {securityManager: (grant, args) -> false}).kind
 *     => "NotGrantedException"
 */
fun eval(fileToExecute: String, fs: Dictionary<String>, readerInputs: Dictionary<ReaderInput> = {}, inputValues: Dictionary<Any> = {}, configuration: RuntimeExecutionConfiguration = {}): EvalSuccess | ExecutionFailure =
  native("executions::eval")

/**
 * As eval, of the script behind a URL.
 *
 *     evalUrl("classpath://no/such/script.dwl")
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun evalUrl(url: String, readerInputs: Dictionary<ReaderInput> = {}, inputValues: Dictionary<Any> = {}, configuration: RuntimeExecutionConfiguration = {}): EvalSuccess | ExecutionFailure =
  native("executions::evalUrl")

/**
 * Fails with a message.
 *
 *     fail("no more tea")
 *     => error USER-EXCEPTION
 *
 *     try(() -> fail("no more tea")).error.message
 *     => "no more tea"
 */
fun fail(message: String = "Error"): Nothing = native("runtime::fail")

/**
 * The value, or a failure where the test holds for it.
 *
 *     "tea" failIf isEmpty($)
 *     => "tea"
 *
 *     try(() -> failIf("", (text) -> isEmpty(text), "nothing to drink")).error.message
 *     => "nothing to drink"
 */
fun failIf<T>(value: T, evaluator: (value: T) -> Boolean, message: String = "Failed"): T =
  if (evaluator(value)) fail(message) else value

/**
 * Where a variable or function is declared, or else where the expression stands.
 *
 *     var a = 1
 *     ---
 *     location(a).locationString
 *     => "example.dwl:3:1"
 *
 *     location(sqrt).sourceIdentifier
 *     => "dw/Core.dwl"
 */
@Since(version = "2.4.0")
fun location(value: Any): Location = native("places::location")

/**
 * Text of the declaration of a variable or function, or else of the expression.
 *
 *     var a = 123
 *     ---
 *     locationString(a)
 *     => "var a = 123"
 */
fun locationString(value: Any): String = native("places::text")

/**
 * Result of an attempt, or the alternative where it failed.
 *
 *     try(() -> {}.name!) orElse "nobody"
 *     => "nobody"
 *
 *     try(() -> 1) orElse 2
 *     => 1
 */
fun orElse<T, R>(previous: TryResult<T>, orElse: () -> R): T | R =
  if (previous.success) previous.result else orElse()

/**
 * An attempt that succeeded, or else another attempt.
 *
 *     try(() -> {}.name!) orElseTry {}.nick! orElseTry "nobody"
 *     => {success: true, result: "nobody"}
 */
fun orElseTry<T, R>(previous: TryResult<T>, orElse: () -> R): TryResult<T | R> =
  if (previous.success) previous else try(orElse)

/**
 * Property of the process; null where it is not set.
 *
 *     prop("no.such.property")
 *     => null
 *
 *     prop("java.version") is String
 *     => true
 */
@RuntimePrivilege(requires = "Properties")
fun prop(propertyName: String): String | Null = native("system::prop")

/**
 * All properties of the process.
 *
 *     props()."java.version" == prop("java.version")
 *     => true
 */
@RuntimePrivilege(requires = "Properties")
fun props(): Dictionary<String> = native("system::props")

/**
 * As eval, with the result as bytes in the output format of the script or of the configuration.
 *
 *     run("main.dwl", {"main.dwl": "output application/json indent=false --- {a: 1}"}).value as String
 *     => '{"a":1}'
 *
 *     run("main.dwl", {"main.dwl": "[{a: 1, b: 2}]"}, {}, {}, {outputMimeType: "application/csv", writerProperties: {separator: "|"}}).value as String
 *     => "a|b\n1|2\n"
 *
 *     run("main.dwl", {"main.dwl": "(1 to 1000000000) map \$ + 1"}, {}, {}, {timeOut: 20}).success
 *     => false
 */
fun run(fileToExecute: String, fs: Dictionary<String>, readerInputs: Dictionary<ReaderInput> = {}, inputValues: Dictionary<Any> = {}, configuration: RuntimeExecutionConfiguration = {}): RunSuccess | ExecutionFailure =
  native("executions::run")

/**
 * As run, of the script behind a URL.
 *
 *     runUrl("classpath://no/such/script.dwl")
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun runUrl(url: String, readerInputs: Dictionary<ReaderInput> = {}, inputValues: Dictionary<Any> = {}, configuration: RuntimeExecutionConfiguration = {}): RunSuccess | ExecutionFailure =
  native("executions::runUrl")

/**
 * Result of a function, computed to its last part, or what went wrong in it.
 *
 *     try(() -> 1 + 1)
 *     => {success: true, result: 2}
 *
 *     try(() -> "x" as Number).error.kind
 *     => "CannotCoerceException"
 */
fun try<T>(delegate: () -> T): TryResult<T> = native("runtime::try")

/**
 * Level of the language.
 *
 *     version()
 *     => "2.9"
 */
@Since(version = "2.5.0")
fun version(): String = "2.9"

/**
 * The value, after some milliseconds.
 *
 *     {user: 1} wait 1
 *     => {user: 1}
 */
fun wait<T>(value: T, timeout: Number): T = native("runtime::wait")
