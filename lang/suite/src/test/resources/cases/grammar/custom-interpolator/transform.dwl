%dw 2.0
fun join(texts: Array<String>, values: Array<Any>) =
  {texts: texts, values: values}
---
join`a $(1 + 1) b $(true) c`
