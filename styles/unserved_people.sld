<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>unserved_people</Name>
    <UserStyle>
      <Name>unserved_people</Name>
      <Title>无处安置人口</Title>
      <Abstract>People without a shelter</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Title>避难场所已满</Title>
          <Abstract>Shelters are full</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>full</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#C62F2F</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#FFFFFF</CssParameter>
                  <CssParameter name="stroke-width">0.6</CssParameter>
                </Stroke>
              </Mark>
              <Size>5</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Title>距离之内没有避难场所</Title>
          <Abstract>No shelter within its distance</Abstract>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>reason</ogc:PropertyName><ogc:Literal>far</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7A3E9D</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#FFFFFF</CssParameter>
                  <CssParameter name="stroke-width">0.6</CssParameter>
                </Stroke>
              </Mark>
              <Size>5</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
