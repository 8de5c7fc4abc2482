import * from dw::util::Coercions
output application/json
---
{
  numbers: [toNumber("1.234,5", "#,##0.0", "de"), toNumber(|PT1H|, "nanos"), toNumber(|P1D|, "hours"), toNumberOrNull("x")],
  texts: [toString(1234.5, "#,##0.00", "de"), toString(2.5, "0", null, "HALF_EVEN"), toString(-2.5, "0", null, "CEILING"), toString(2.5, "0", null, "UP")],
  dates: [toDate("31.12.2020", [{format: "yyyy-MM-dd"}, {format: "dd.MM.yyyy", locale: "de"}]).year, toDateOrNull("x"), toTimeOrNull("x"), toLocalTimeOrNull("25:00:00"), toLocalDateTimeOrNull("2020-02-30T00:00:00")],
  epoch: toDateTime("Tue, 3 Jun 2008 11:05:30 GMT", "EEE, d MMM yyyy HH:mm:ss z", "en") as Number,
  bytes: toBinary("ä", "UTF-16BE") then toString($, "UTF-16BE")
}
