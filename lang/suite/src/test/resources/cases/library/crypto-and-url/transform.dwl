import dw::Crypto
import * from dw::core::URL
import * from dw::core::Binaries
---
[Crypto::MD5("abc" as Binary), Crypto::SHA1("abc" as Binary), encodeURIComponent("a b&c/é"), decodeURIComponent("a%20b"), toBase64("hi" as Binary), fromBase64("aGk=") as String, parseURI("http://u@h:8/p?q#f").port]
