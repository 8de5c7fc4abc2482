%dw 2.0
import dw::core::Strings
import dw::core::Arrays as A
import * from dw::core::Objects
import capitalize as cap, camelize from dw::core::Strings
import Helpers
import greet from Helpers
---
{
  module: Strings::pluralize("box"),
  alias: [1, 2, 3] A::sumBy $,
  all: keySet({a: 1, b: 2}),
  renamed: cap("hello world"),
  several: camelize("hello_world"),
  own: Helpers::greet("Ann"),
  direct: greet("Bob"),
  variable: Helpers::punctuation
}
