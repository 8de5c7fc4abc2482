[("MONDAY" as Enum {class: "java.time.DayOfWeek"}) is Enum, "a" is Enum, ("a" as CData) is CData, "a" is CData, ("a" as CData) is String, ("a" as CData).^cdata, ("x" as Enum {class: "a.B"}).^class]
