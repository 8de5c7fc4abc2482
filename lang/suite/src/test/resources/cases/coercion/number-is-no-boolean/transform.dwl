1 as Boolean
