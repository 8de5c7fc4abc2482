%dw 2.0
import try, evalUrl, fail, dataFormatsDescriptor from dw::Runtime
import duration from dw::util::Timer

/** What came of a test, or of a group of tests. */
type TestResult = {name: String, time: Number, status: TestStatus, text?: String, reasons?: Array<String>, tests?: Array<TestResult>}
type TestStatus = "OK" | "FAIL" | "ERROR" | "TODO"

/**
 * A group of tests under a name; it is OK when all of them are.
 *
 *     import equalTo, must from dw::test::Asserts
 *     ---
 *     ("sums" describedBy ["one and one" in ((1 + 1) must equalTo(2)), "one and two" in ((1 + 2) must equalTo(4))]).tests.status
 *     => ["OK", "FAIL"]
 */
fun describedBy(name: String, tests: Array<Any>): TestResult = {
  name: name,
  time: sum(tests map ((test) -> test.time default 0)),
  status: if (isEmpty(tests filter ((test) -> ["FAIL", "ERROR"] contains test.status))) "OK" else "FAIL",
  tests: tests
}

/**
 * A test under a name: OK when all that its matchers or conditions say is well.
 *
 *     ("greets" in do {
 *       var greeting = "hello"
 *       ---
 *       sizeOf(greeting) == 5
 *     }).status
 *     => "OK"
 *
 *     ("fails" in ("x" as Number)).status
 *     => "ERROR"
 */
fun in(name: String, testCase: () -> Any): TestResult = do {
  var measured = duration(() -> try(testCase))
  var attempt = measured.result
  ---
  {name: name, time: measured.time} ++ (if (attempt.success) judged(attempt.result) else failed(attempt.error))
}

@Internal(permits = [])
fun failed(error: Object): Object =
  {status: if (error.kind == "NotDefinedException") "TODO" else "ERROR", text: error.message, (location: error.location) if (error.location != null)}

@Internal(permits = [])
fun judged(result: Any): Object = result match {
  case b is Boolean -> if (b) {status: "OK"} else {status: "FAIL", text: "the condition does not hold"}
  case several is Array -> ((several map ((one) -> judged(one))) filter ((one) -> one.status != "OK"))[0] default {status: "OK"}
  case matched is {matches: Boolean} ->
    if (matched.matches) {status: "OK"}
    else {
      status: "FAIL",
      text: "expected " ++ (matched.description.expected default "") ++ " but was " ++ (matched.description.actual default ""),
      (reasons: matched.reasons) if (matched.reasons != null)
    }
  else -> {status: "OK"}
}

/**
 * What a mapping of the class path makes of its inputs.
 *
 *     evalPath("no/such/Mapping.dwl", {payload: 1})
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun evalPath(fileName: String, inputs: Object = {}, outputMimeType: String = "application/dw"): Any = do {
  var run = evalUrl("classpath://" ++ fileName, {}, inputs, {outputMimeType: outputMimeType})
  ---
  if (run.success) run.value else fail(run.message)
}

/**
 * As evalPath.
 *
 *     runMapping("no/such/Mapping.dwl", {payload: 1})
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun runMapping(fileName: String, inputs: Object = {}, outputMimeType: String = "application/dw"): Any =
  evalPath(fileName, inputs, outputMimeType)

/**
 * Inputs of a scenario: the files payload, vars, attributes and so on in its folder inputs, each read by its ending.
 *
 *     inputsFrom("no/such/Scenario")
 *     => {}
 */
@RuntimePrivilege(requires = "Resource")
fun inputsFrom(scenarioPath: String): Object =
  {(["payload", "vars", "attributes", "message", "error", "correlationId", "flow", "app", "server", "mule"] map ((name) ->
    document(scenarioPath ++ "/inputs/" ++ name) then ((found) -> if (isEmpty(found)) {} else {(name): found[0]})))}

/**
 * As inputsFrom.
 *
 *     inputsOf("no/such/Scenario")
 *     => {}
 */
@RuntimePrivilege(requires = "Resource")
fun inputsOf(scenarioPath: String): Object = inputsFrom(scenarioPath)

/**
 * Output that a scenario expects: the file out in its folder, read by its ending; null where there is none.
 *
 *     outputFrom("no/such/Scenario")
 *     => null
 */
@RuntimePrivilege(requires = "Resource")
fun outputFrom(scenarioPath: String): Any = document(scenarioPath ++ "/out")[0]

/**
 * As outputFrom.
 *
 *     outputOf("no/such/Scenario")
 *     => null
 */
@RuntimePrivilege(requires = "Resource")
fun outputOf(scenarioPath: String): Any = outputFrom(scenarioPath)

/** The document of a path without ending, in an array; none where no ending fits. */
@RuntimePrivilege(requires = "Resource")
@Internal(permits = [])
fun document(path: String): Array<Any> =
  flatten(dataFormatsDescriptor() map ((format) -> flatten(format.extensions map ((extension) -> do {
    var found = try(() -> readUrl("classpath://" ++ path ++ extension, "application/octet-stream"))
    ---
    if (found.success) [readUrl("classpath://" ++ path ++ extension, format.defaultMimeType, settings(path))] else []
  }))))

/** Reader properties beside a document. */
@RuntimePrivilege(requires = "Resource")
@Internal(permits = [])
fun settings(path: String): Object = do {
  var lines = try(() -> readUrl("classpath://" ++ path ++ "-config.properties", "text/plain"))
  ---
  if (lines.success)
    {((lines.result splitBy "\n") filter ((line) -> line contains "=") map ((line) -> {(trim((line splitBy "=")[0])): trim((line splitBy "=")[1] default "")}))}
  else {}
}
