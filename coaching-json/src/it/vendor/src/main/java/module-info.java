/** A vendor's product. */
module com.vendor.app {
    requires io.coaching.json;

    opens com.vendor.app to
            tools.jackson.databind; // for its own record
}
