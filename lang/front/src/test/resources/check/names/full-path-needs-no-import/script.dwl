dw::core::Strings::capitalize("a")
