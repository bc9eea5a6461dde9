"""The room "Tổng quan": what waits, the plan, the cadres in charts; every number opens its list."""
